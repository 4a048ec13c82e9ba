internal import SourceText

/// Which namespaces the prefixes mean, at the place where reading stands.
struct NamespaceScope {
    /// What elements without a prefix are in.
    private(set) var standard = XMLNamespace.none
    private var bindings: [Binding] = []

    private struct Binding {
        /// How many elements were open outside the one that declares it.
        var depth: Int
        /// Empty for the namespace of elements without a prefix.
        var prefix: [UInt8]
        var namespace: XMLNamespace
    }

    /// Declares that `prefix` means `namespace` in the element at `depth`.
    mutating func bind(_ prefix: [UInt8], to namespace: XMLNamespace, at depth: Int) {
        bindings.append(Binding(depth: depth, prefix: prefix, namespace: namespace))
        if prefix.isEmpty { standard = namespace }
    }

    /// Forgets what the element at `depth` declared.
    mutating func close(_ depth: Int) {
        if let last = bindings.last, last.depth >= depth { unbind(depth) }
    }

    private mutating func unbind(_ depth: Int) {
        while let last = bindings.last, last.depth >= depth { bindings.removeLast() }
        standard = bindings.last { $0.prefix.isEmpty }?.namespace ?? .none
    }

    /// What a prefix means; nil where nothing declares it.
    func namespace(of prefix: Span<UInt8>) -> XMLNamespace? {
        if prefix.isText("xml") { return .xml }
        for binding in bindings.reversed() where binding.prefix.count == prefix.count {
            let same = prefix.indices.allSatisfy { prefix[$0] == binding.prefix[$0] }
            if same { return binding.namespace }
        }
        return nil
    }
}
