package org.muniment.search;

/// This is one address, and how many of the messages asked about it sent or received.
public record ParticipantCount(String address, long messages) {}
