internal import ArgumentParser
public import Yilan

extension ApplyOptions.ConflictRule: Choice {}
extension ApplyOptions.LineBreakRule: Choice {}
