# SPDX-License-Identifier: Apache-2.0
"""Reads a message of electronic mail (RFC 5322) from standard input and prints it as one JSON record.

The text part is taken, else the HTML part; attachments are left alone. Only the standard library is used.
"""

import email
import email.policy
import email.utils
import html
import json
import sys


def content(part):
    """The text of a part, wrong bytes replaced."""
    try:
        return part.get_content()
    except (LookupError, UnicodeError, KeyError):
        data = part.get_payload(decode=True) or b""
        return data.decode("utf-8", errors="replace")


def date(message):
    """The day of the Date field in ISO 8601, where there is one."""
    try:
        moment = message["date"].datetime
    except (AttributeError, TypeError, ValueError):
        return None
    return moment.date().isoformat() if moment else None


def sender(message):
    """The name in the From field, or its address."""
    try:
        name, address = email.utils.parseaddr(str(message["from"] or ""))
    except (TypeError, ValueError):
        return None
    return name or address or None


def main():
    message = email.message_from_binary_file(sys.stdin.buffer, policy=email.policy.default)
    subject = " ".join(str(message["subject"] or "").split())
    plain = message.get_body(preferencelist=("plain",))
    text = content(plain).replace("\r\n", "\n").strip() if plain else ""
    record = {"title": subject, "published": date(message), "publisher": sender(message)}
    if text:
        record["text"] = text + "\n"
    else:
        rich = message.get_body(preferencelist=("html",))
        if rich is None:
            sys.exit("there is neither text nor HTML in it")
        title = html.escape(subject)
        record["html"] = (
            f"<!doctype html><html><head><title>{title}</title></head>"
            f"<body><article><h1>{title}</h1>{content(rich)}</article></body></html>"
        )
    json.dump({key: value for key, value in record.items() if value}, sys.stdout)


main()
