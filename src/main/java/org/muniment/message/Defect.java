package org.muniment.message;

/// This is one thing about a message that could not be read as its sender meant it. `where` is a part's path,
/// `headers`, or `report`; `detail` is for a person.
public record Defect(DefectKind kind, String where, String detail) {
    /// Whether there may be text that no search will find.
    public boolean hidesText() {
        return kind.hidesText();
    }
}
