package org.muniment.collection;

/// This is a query made from what the request asks for, to begin with.
///
/// @param name what to call it
/// @param why what it looks for, in a sentence
record QuerySuggestion(String name, String query, String why) {}
