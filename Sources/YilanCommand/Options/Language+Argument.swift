internal import ArgumentParser
public import Yilan

extension Language: Choice {}
