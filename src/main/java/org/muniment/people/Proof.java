package org.muniment.people;

/// This is how somebody proved who they are.
///
/// @param how ends the sentence "signed in …"
/// @param onceIn is done when nothing more is asked, just before the person is in; if it throws, they are not
public record Proof(String how, Runnable onceIn) {}
