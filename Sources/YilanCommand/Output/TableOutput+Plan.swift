internal import Yilan

extension TableOutput {
    /// Makes everything that a plan wants of a table, and publishes it.
    ///
    /// - Throws: as `write`.
    func carryOut(
        _ plan: OutputPlan,
        _ table: TargetTable,
        protecting inputs: ProtectedFiles
    ) throws {
        switch plan {
        case .document(let format, let destination):
            let file = try destination.open()
            try write(table, as: format, to: file, named: destination.name)
            try file.publish()
        case .dataPackage(let path):
            let folder = try FolderOutput(at: path, protecting: inputs)
            try writeDataPackage(of: table, into: folder, named: path)
            try folder.publish()
        case .documentPerLeader(let format, let path):
            let folder = try FolderOutput(at: path, protecting: inputs)
            try writePerLeader(table, as: format, into: folder, named: path)
            try folder.publish()
        }
    }

    private func writeDataPackage(
        of table: TargetTable,
        into folder: FolderOutput,
        named name: String
    ) throws {
        do {
            try DataPackage(of: table, options: options).write { path, content in
                let file = try folder.addFile(path)
                try content { try file.write($0) }
                try file.seal()
            }
        } catch let error as FormatError {
            throw CommandFailure(error, output: name)
        }
    }

    private func writePerLeader(
        _ table: TargetTable,
        as format: TargetFormat,
        into folder: FolderOutput,
        named folderName: String
    ) throws {
        let leaders = Summary(of: table).leaders
        let names = FileNames.distinct(from: leaders.map(\.name))
        for (leader, name) in zip(leaders, names) {
            let path = name + "." + format.usualExtension
            let file = try folder.addFile(path)
            try write(
                table.selecting(leader.targets),
                as: format,
                to: file,
                named: FilePath.join(folderName, path)
            )
        }
    }
}
