// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Something that is loaded when it is first needed, once for all threads.
final class Loaded<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let load: @Sendable () throws -> Value

    /// Prepares to load.
    init(_ load: @escaping @Sendable () throws -> Value) {
        self.load = load
    }

    /// The value.
    ///
    /// Other threads wait while it is loaded. A failure is not remembered.
    func get() throws -> Value {
        try value.withLock { value in
            let loaded = try value ?? load()
            value = loaded
            return loaded
        }
    }
}
