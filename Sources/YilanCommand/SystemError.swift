internal import Glibc
internal import Yilan

/// Why a call to the kernel failed.
struct SystemError: Error, Equatable {
    /// The value of `errno`.
    var number: Int32

    /// Makes an error from a value of `errno`.
    init(_ number: Int32) {
        self.number = number
    }

    /// The error of the call that failed just now.
    static var last: SystemError { SystemError(errno) }

    /// The reason, for people.
    var reason: Wording {
        switch number {
        case ENOENT: Wording(en: "there is no such file or folder", zh: "没有这个文件或文件夹")
        case EACCES, EPERM: Wording(en: "permission denied", zh: "没有权限")
        case EISDIR: Wording(en: "it is a folder", zh: "这是一个文件夹")
        case ENOTDIR:
            Wording(en: "a part of the path is not a folder", zh: "路径中有一部分不是文件夹")
        case EEXIST: Wording(en: "it exists already", zh: "已经存在")
        case ENOSPC, EDQUOT: Wording(en: "the disk is full", zh: "磁盘已满")
        case EROFS: Wording(en: "the file system is read-only", zh: "文件系统是只读的")
        case EIO: Wording(en: "the device reports an error", zh: "设备读写出错")
        case ENOMEM: Wording(en: "there is not enough memory", zh: "内存不足")
        case EFBIG: Wording(en: "the file would be too large", zh: "文件太大")
        case ENAMETOOLONG: Wording(en: "the name is too long", zh: "名称太长")
        case ELOOP: Wording(en: "the symbolic links go in circles", zh: "符号链接形成循环")
        case EMFILE, ENFILE: Wording(en: "too many files are open", zh: "打开的文件太多")
        case EXDEV:
            Wording(en: "it is on another file system", zh: "位于另一个文件系统上")
        case EBADF: Wording(en: "it is closed", zh: "已经关闭")
        default: Wording(verbatim: "\(unsafe String(cString: strerror(number)))")
        }
    }
}
