internal import Dispatch
internal import Glibc
internal import Synchronization

extension OutputBuffer {
    /// How many elements one core writes at a time: some hundred kilobytes.
    private static let elementsPerPiece = 1024
    /// More cores than these don't write faster: one takes what they wrote.
    private static let mostLanes = 8

    /// Appends what the elements 0..<`count` come to, in their order, written by several cores.
    ///
    /// Each core has its own copy of `encoder`, which may keep what it has made but must write each
    /// element the same whatever came before it, so that the bytes don't depend on the cores.
    /// - Throws: what the buffer throws.
    package mutating func append<Encoder: Sendable>(
        _ count: Int,
        by encoder: Encoder,
        _ write: @escaping @Sendable (inout Encoder, Range<Int>, inout OutputBuffer) -> Void
    ) throws {
        let pieces = (count + Self.elementsPerPiece - 1) / Self.elementsPerPiece
        let cores = min(Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))), Self.mostLanes)
        func elements(_ piece: Int) -> Range<Int> {
            let start = piece * Self.elementsPerPiece
            return start..<min(start + Self.elementsPerPiece, count)
        }
        guard cores > 1, pieces > 2 else {
            var encoder = encoder
            for piece in 0..<pieces {
                write(&encoder, elements(piece), &self)
                try handOnIfFull()
            }
            return
        }
        let spares = Spares()
        let lanes = (0..<cores).map { _ in Lane(encoder, spares) }
        for piece in 0..<min(cores, pieces) { lanes[piece].begin(elements(piece), write) }
        for piece in 0..<pieces {
            let lane = lanes[piece % cores]
            let bytes = lane.finish()
            if piece + cores < pieces { lane.begin(elements(piece + cores), write) }
            try append(piece: bytes)
            spares.give(bytes)
        }
    }

    /// Appends bytes, or hands them on without a copy where they are many.
    ///
    /// - Throws: what the buffer throws.
    package mutating func append(piece: [UInt8]) throws {
        guard piece.count >= Self.pieceSize else {
            append(piece.span)
            try handOnIfFull()
            return
        }
        try finish()
        try handOn(piece)
    }

    /// Memory of pieces that have been handed on, for the next ones: the first touch of new memory was 8
    /// of 370 ms of processor time that writing JSONL took.
    private final class Spares: Sendable {
        private let pieces = Mutex<[[UInt8]]>([])

        func give(_ piece: consuming [UInt8]) {
            piece.removeAll(keepingCapacity: true)
            let empty = piece
            pieces.withLock { $0.append(empty) }
        }

        func take() -> [UInt8] { pieces.withLock { $0.popLast() } ?? [] }
    }

    /// One core's encoder, and what it has written.
    private final class Lane<Encoder: Sendable>: Sendable {
        private let queue = DispatchQueue(label: "writing")
        private let state: Mutex<(encoder: Encoder, bytes: [UInt8])>
        private let spares: Spares

        init(_ encoder: Encoder, _ spares: Spares) {
            state = Mutex((encoder, []))
            self.spares = spares
        }

        func begin(
            _ elements: Range<Int>,
            _ write: @escaping @Sendable (inout Encoder, Range<Int>, inout OutputBuffer) -> Void
        ) {
            queue.async { [self] in
                state.withLock { state in
                    var buffer = OutputBuffer(in: spares.take())
                    buffer.reserve(2 * OutputBuffer.pieceSize)
                    write(&state.encoder, elements, &buffer)
                    state.bytes = buffer.bytes
                }
            }
        }

        /// Waits for what was begun, and takes it.
        func finish() -> [UInt8] {
            queue.sync {
                state.withLock { state in
                    let bytes = state.bytes
                    state.bytes = []
                    return bytes
                }
            }
        }
    }
}
