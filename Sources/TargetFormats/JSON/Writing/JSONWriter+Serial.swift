package import JSONText
internal import TargetModel

extension JSONWriter {
    /// Writes the member `serial`: an integer where the serial is a number, else its text; null of
    /// none.
    package mutating func member(serial: String?) {
        if let number = serial.flatMap(Serial.number(of:)) {
            member("serial", number)
        } else {
            member("serial", serial)
        }
    }
}
