package org.muniment.demo;

/// Somebody of the synthetic city, or who writes to it.
///
/// @param key the group and a number in it, such as `works.2`
/// @param part what they are there
record Citizen(String key, String name, String part, String address) {
    static final String CITY = "harborfalls.example";

    String group() {
        return key.substring(0, key.indexOf('.'));
    }

    boolean isOfTheCity() {
        return address.endsWith("@" + CITY) || address.endsWith("." + CITY);
    }

    boolean isCounsel() {
        return group().equals("counsel");
    }

    String lastName() {
        return name.substring(name.lastIndexOf(' ') + 1);
    }
}
