package import TargetModel

/// The JSON form of a layout, with what the cells said when it was written.
///
///     {
///       "encoding": "utf-8",
///       "runs": [
///         {"text": "# …一览表", "end": "\n"},
///         {"text": "序号\t市政府领导\t序号\t市政府领导", "end": "\n",
///          "blocks": [{"cell": 0, "columns": [0, 1]}, {"cell": 2, "columns": [0, 1]}]},
///         {"targets": [0, 36], "count": 24, "cells": 4, "end": "\n"},
///         {"targets": [24, null], "count": 12, "cells": 4, "end": "\n",
///          "forms": [{"row": 3, "cell": 1, "standsFor": "同上", "after": " "}]}
///       ],
///       "originals": [
///         ["140", "张鹏"],
///         …
///       ],
///       "digests": [
///         "b2e3d3e7c30d4119",
///         …
///       ]
///     }
///
/// The members of `runs` are those of `Layout` under the same names; what is nothing, empty or
/// false is left out. `originals` has an array for each target, in the order that `targets` counts
/// in, with what each column said when the file was made; null where that is not known, and so is
/// what is missing at an array's end. They tell a cell that was edited from one that the official
/// table has changed since, with both texts, and a target that was removed, added or moved.
///
/// `digests` has a string for each target, and in it for each column the first 32 bits of the
/// SHA-256 of the original text, in 8 hexadecimal digits, or 8 hyphens where nothing is known. Who
/// edits the file by searching and replacing also replaces the originals, and an edit that nothing
/// tells would be lost: an original that its digest doesn't belong to is not taken for one.
///
/// The JSON document has it as `layout`; the workbook in a hidden sheet, of texts only the
/// serials: there each row carries what its cells said.
package enum LayoutCoding {
    /// What is written of the cells' original texts.
    package enum Originals: Sendable {
        /// All of them.
        case texts
        /// Their digests, and the texts of the serials.
        case digests
    }

    /// How many hexadecimal digits a digest has, or hyphens where the text is not known.
    static let digitsOfDigest = 8
    /// As many cells as a row of a spreadsheet has.
    static let longestRow = 16_384
    /// Above every number that a layout of 2 GiB could hold; sums of a few don't overflow.
    static let bound = 1 << 31
}

/// A layout that was read, with what the cells said when it was written.
package struct StoredLayout: Sendable, Equatable {
    /// The layout; its indexes count the targets that `originals` has.
    package var layout: Layout
    /// Targets × columns, row after row.
    package var originals: Baseline
    /// How many targets the layout was made for.
    package var count: Int

    /// Makes a stored layout.
    package init(layout: Layout, originals: Baseline, count: Int) {
        self.layout = layout
        self.originals = originals
        self.count = count
    }
}
