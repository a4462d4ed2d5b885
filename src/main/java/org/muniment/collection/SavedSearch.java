package org.muniment.collection;

import java.util.List;

/// This is a search that was saved on a request, with all of its versions, oldest first.
///
/// @param number counted from 1 within the request
record SavedSearch(long id, int number, String name, List<SearchVersion> versions) {
    SavedSearch {
        versions = List.copyOf(versions);
    }

    SearchVersion current() {
        return versions.getLast();
    }

    /// What people call it.
    String label() {
        return "Search " + number + ", “" + name + "”";
    }
}
