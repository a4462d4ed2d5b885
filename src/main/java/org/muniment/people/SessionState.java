package org.muniment.people;

/// This is how far somebody at a browser has come.
enum SessionState {
    /// The folder has no people yet.
    SET_UP,
    SIGNED_OUT,
    /// The password was right; the code is next.
    SECOND_FACTOR,
    /// The password was right; there is no second factor yet.
    ENROL_SECOND_FACTOR,
    /// Fully signed in, but the city's policy has yet to be acknowledged.
    ACKNOWLEDGE_POLICY,
    LOCKED,
    SIGNED_IN
}
