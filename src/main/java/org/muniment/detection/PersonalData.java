package org.muniment.detection;

/// This is a kind of personal data the rules know. Its `detector` is the stable name by which the law's data refers to
/// it, its `label` what a person reads.
public enum PersonalData {
    SOCIAL_SECURITY_NUMBER("ssn", "Social Security number"),
    TAXPAYER_NUMBER("itin", "Taxpayer number (ITIN)"),
    PAYMENT_CARD("payment-card", "Payment card"),
    BANK_ROUTING("bank-routing", "Bank routing number"),
    BANK_ACCOUNT("bank-account", "Account number"),
    MEDICARE_NUMBER("medicare-number", "Medicare number"),
    DRIVER_LICENCE("driver-licence", "Driver's licence"),
    PASSPORT("passport", "Passport number"),
    BIRTH_DATE("birth-date", "Birth date"),
    HOME_ADDRESS("home-address", "Home address"),
    PERSONAL_EMAIL("personal-email", "Personal e-mail address"),
    PHONE("phone", "Telephone number"),
    DEA_NUMBER("dea-number", "Prescriber's number (DEA)"),
    PROVIDER_NUMBER("npi", "Health provider's number (NPI)");

    private final String detector;
    private final String label;

    PersonalData(String detector, String label) {
        this.detector = detector;
        this.label = label;
    }

    public String detector() {
        return detector;
    }

    public String label() {
        return label;
    }
}
