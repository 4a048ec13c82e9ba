public import ArgumentParser
public import Yilan

extension ApplyOptions.ConflictRule: ExpressibleByArgument {}
extension ApplyOptions.LineBreakRule: ExpressibleByArgument {}
