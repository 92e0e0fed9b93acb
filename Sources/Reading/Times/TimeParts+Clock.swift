// SPDX-License-Identifier: Apache-2.0

extension TimeParts {
    /// A time of day from its parts; `nil` if they do not fit together.
    func clock() -> ClockFields? {
        if case .clock(var fields, nil)? = frame(.clock) {
            if let part = whole(.daypart).flatMap({ DayPart(rawValue: $0) }) { TimeParts.settle(&fields, part) }
            if let zone = whole(.zone) { fields.zone = zone }
            return fields
        }
        var fields = ClockFields()
        fields.hour = whole(.hour)
        fields.minute = whole(.minute)
        fields.second = whole(.second)
        if let compact = whole(.times) {
            fields.hour = compact / 100
            fields.minute = compact % 100
        }
        if number(.definite) != nil { fields.isDefinite = true }
        if let fraction = number(.fraction), let sign = number(.sign), let hour = fields.hour {
            // Half past, ten to: minutes counted from the hour.
            let total = (hour * 60 + Int(sign * fraction) + 1440) % 1440
            fields.hour = total / 60
            fields.minute = total % 60
        }
        if let half = whole(.meridiem), let hour = fields.hour {
            guard hour <= 12 || half == 1 else { return nil }
            if hour <= 12 { fields.hour = hour % 12 + (half == 1 ? 12 : 0) }
            fields.isDefinite = true
        }
        if let hour = fields.hour {
            guard hour <= 24 else { return nil }
            if hour > 12 || hour == 0 { fields.isDefinite = true }
        }
        if let part = whole(.daypart).flatMap({ DayPart(rawValue: $0) }) { TimeParts.settle(&fields, part) }
        fields.edge = whole(.edge).flatMap { TimeEdge(rawValue: $0) }
        fields.zone = whole(.zone)
        return fields
    }

    /// Lets a part of the day say which half an hour belongs to.
    static func settle(_ fields: inout ClockFields, _ part: DayPart) {
        guard let hour = fields.hour else {
            fields.part = part
            return
        }
        if !fields.isDefinite, hour <= 12 {
            switch part {
            case .morning, .daytime: fields.hour = part == .morning && hour == 12 ? 0 : hour
            case .afternoon, .evening: fields.hour = hour % 12 + 12
            case .night: fields.hour = hour == 12 ? 0 : hour >= 5 ? hour + 12 : hour
            case .midday: fields.hour = hour < 4 ? hour + 12 : hour
            }
        }
        fields.isDefinite = true
    }

    func clockInterval() -> TimeFrame? {
        guard case .clock(var from, _)? = frame(.from), case .clock(var to, _)? = frame(.to) else { return nil }
        if let part = whole(.daypart).flatMap({ DayPart(rawValue: $0) }) {
            TimeParts.settle(&from, part)
            TimeParts.settle(&to, part)
        }
        if to.isDefinite, !from.isDefinite, let start = from.hour, let end = to.hour {
            // 5 to 6 pm: the first hour takes the half of the second, if it then comes before it.
            if end >= 12, start < 12, start + 12 <= end { from.hour = start + 12 }
            from.isDefinite = true
        } else if from.isDefinite, !to.isDefinite, let start = from.hour, let end = to.hour {
            if end < 12, end < start { to.hour = end + 12 }
            to.isDefinite = true
        }
        from.zone = from.zone ?? to.zone
        return .clockInterval(from, to, on: frame(.date))
    }

    /// A date together with a time of day.
    func moment() -> TimeFrame? {
        let today = whole(.offset).map { TimeFrame.unit(.day, $0, number(.reference) == 1 ? .context : .anchor) }
        guard let date = frame(.date) ?? today ?? tonight else { return nil }
        switch frame(.clock) {
        case .clock(var fields, _)?:
            if let part = whole(.daypart).flatMap({ DayPart(rawValue: $0) }) { TimeParts.settle(&fields, part) }
            return TimeParts.join(fields, date)
        case .clockInterval(var from, var to, _)?:
            if let part = whole(.daypart).flatMap({ DayPart(rawValue: $0) }) {
                TimeParts.settle(&from, part)
                TimeParts.settle(&to, part)
            }
            if case .clock(let day, let on)? = Optional(date) {
                if let part = day.part {
                    TimeParts.settle(&from, part)
                    TimeParts.settle(&to, part)
                }
                return .clockInterval(from, to, on: on)
            }
            return .clockInterval(from, to, on: date)
        default:
            guard let part = whole(.daypart).flatMap({ DayPart(rawValue: $0) }) else { return nil }
            var fields = ClockFields()
            fields.part = part
            fields.edge = whole(.edge).flatMap { TimeEdge(rawValue: $0) }
            return TimeParts.join(fields, date)
        }
    }

    /// The day that a rule without a date speaks of: `10, tonight`.
    private var tonight: TimeFrame? {
        number(.part) == nil ? nil : .clock(ClockFields(part: .night), on: .unit(.day, 0, .anchor))
    }

    private static func join(_ clock: ClockFields, _ date: TimeFrame) -> TimeFrame? {
        var clock = clock
        switch date {
        case .clock(let day, let on):
            // `tomorrow evening` and a clock: the part of the day settles the hour.
            if let part = day.part { settle(&clock, part) }
            return .clock(clock, on: on)
        case .duration, .set, .vague, .clockInterval: return nil
        default: return .clock(clock, on: date)
        }
    }

    /// `three days`, `two and a half hours`, `one year and two months`.
    func duration() -> TimeFrame? {
        var parts: [DurationPart] = []
        if let unit = unit() {
            var count = number(.count)
            if let fraction = number(.fraction) { count = (count ?? 1) + fraction }
            if number(.plural) != nil { count = nil }
            parts.append(DurationPart(count: count, unit: unit))
        }
        for slot in [TimeSlot.from, .to, .of] {
            if case .duration(let more)? = frame(slot) { parts += more }
        }
        guard !parts.isEmpty else { return nil }
        for (left, right) in zip(parts, parts.dropFirst()) where left.unit <= right.unit { return nil }
        return .duration(parts)
    }

    func set() -> TimeFrame? {
        var set = TimeSet()
        set.interval = number(.count) ?? 1
        set.times = whole(.times)
        if let weekday = whole(.weekday) {
            set.weekday = weekday
            set.unit = .week
        } else if let unit = unit() {
            set.unit = unit
        } else if case .clock = frame(.date) {
            set.unit = .day
        } else if case .set(let inner)? = frame(.of) {
            set = inner
        }
        if case .clock(var fields, _)? = frame(.clock) {
            if let part = whole(.daypart).flatMap({ DayPart(rawValue: $0) }) { TimeParts.settle(&fields, part) }
            set.clock = fields
        } else if let part = whole(.daypart).flatMap({ DayPart(rawValue: $0) }) {
            var fields = ClockFields()
            fields.part = part
            set.clock = fields
        }
        return .set(set)
    }
}
