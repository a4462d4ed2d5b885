package org.muniment.delivery;

/// This is something that has to be done before a release can go on.
///
/// @param tab of the request where it is done
record Obstacle(String sentence, String tab) {}
