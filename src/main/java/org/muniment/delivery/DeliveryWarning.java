package org.muniment.delivery;

/// This is something that a person should look at before a release is finalised.
///
/// @param item the review's item it is about; 0 if none
record DeliveryWarning(int item, String sentence) {}
