package org.muniment.people;

import java.util.function.BooleanSupplier;

/// This is the city's directory's word for somebody. Only a session with such a word has the roles that groups of the
/// directory give.
///
/// @param how ends the sentence "signed in …"
/// @param onceIn is done when nothing more is asked, just before the person is in; if it throws, they are not. It says
///     whether it ended all the person's sessions, which the one with this proof outlives
/// @param stands whether the word still counts; once it does not, the session is over, halfway or not
public record Proof(String how, BooleanSupplier onceIn, BooleanSupplier stands) {}
