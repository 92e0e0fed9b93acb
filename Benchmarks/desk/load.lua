-- SPDX-License-Identifier: Apache-2.0
-- Asks for addresses of a file in a random order; DESK_PAUSE is the pause of a client in milliseconds, as of people.
local paths = {}
for line in io.lines(os.getenv("DESK_PATHS")) do paths[#paths + 1] = line end
local pause = tonumber(os.getenv("DESK_PAUSE") or "0")
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init() math.randomseed(1 + number) end

function request() return wrk.format("GET", paths[math.random(#paths)]) end

if pause > 0 then
  function delay() return math.random(0, 2 * pause) end
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests": %d, "seconds": %.2f, "failed": %d, "median": %.1f, "p95": %.1f, "p99": %.1f}\n',
    summary.requests, summary.duration / 1e6,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000))
end
