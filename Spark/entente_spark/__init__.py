# SPDX-License-Identifier: Apache-2.0
"""Reads archives of pages with `entente worker` on Apache Spark."""
