package org.muniment.alarm;

/// This is what can go wrong that a person must act on. Each kind says by itself what to do next.
public enum AlarmKind {
    STORE_READ_ONLY("The archive accepts nothing more. Keep the mail server queueing and follow the recovery guide."),
    STORE_DAMAGED(
            "Stored bytes do not match their proof. Change nothing, copy the store, run `muniment verify --level full`."),
    FORCE_FAILED("The disk refused to make a write durable. Check the disk; its last segment was abandoned."),
    MIRROR_DEGRADED(
            "If the other disk fails as well, mail is lost. Mount or replace the disk that is behind; it is brought up to"
                    + " date by itself, and then the alarm ends. `muniment health` shows how far it is."),
    MIRROR_MENDED("A disk gave other bytes than were written to it. Check that disk, and run `muniment verify`."),
    MIRROR_ON_ONE_DISK("One dead disk would take both copies. Name a folder on another disk with `serve --mirror`."),
    CLOCK_JUMPED(
            "Times in the log are this clock's. Find out who or what set it, set it right and keep it so with NTP; write"
                    + " down when. Messages are taken all the same, in the order of their numbers."),
    TORN_TAIL("The last write before a stop was incomplete; nothing acknowledged was in it. Its bytes are kept aside."),
    DISK_LOW("The disk is nearly full; new mail is being put off. Free space or enlarge the disk."),
    CAPTURED_MINIMALLY(
            "A message was captured by the minimal path after repeated failures. Report it to the developers."),
    MESSAGE_TOO_LARGE("A message over the size limit was refused. Ask its sender's administrator for another way."),
    ACKNOWLEDGEMENT_SLOW("Making a message durable took longer than it should. Check the disk."),
    INDEX_BEHIND("The search index is behind the log; searches say so. Check processor and disk."),
    INDEX_REBUILT("The search index was unusable and is being rebuilt from the archive."),
    PASSPHRASE_EXPOSED(
            "Other users of this machine can read the passphrase of the archive's keys. Allow its owner alone: chmod 600."),
    MESSAGE_NOT_INDEXED("A message could not be indexed; it is kept and listed as unsearchable."),
    VERIFICATION_FAILED(
            "The integrity check found something. Read its report before anything else. A full check that finds"
                    + " nothing ends this alarm; a quick one does not."),
    CHECK_NOT_MADE(
            "A check that was due could not be made; it is tried again every hour. Check disk and memory, and run"
                    + " `muniment verify` to see what stops it."),
    CERTIFICATE_ENDS(
            "Browsers refuse the page once its certificate has ended. Put a new certificate and key in its place."),
    JOURNAL_CERTIFICATE_ENDS("Mail servers that check certificates stop delivering once it has ended. Put a new"
            + " certificate and key in its place and start the server again."),
    CERTIFICATE_UNUSABLE(
            "The new certificate or key cannot be used; the old one serves on. Check that both files belong together."),
    SIGN_IN_GUESSED(
            "Somebody may be guessing. Ask the person whether it was they; the audit trail says from where it came."),
    NO_ANCHOR("Nobody outside vouches for the log, so that a rollback by whoever holds the machine could not be proved."
            + " Name a time-stamp authority in anchors.properties; see the guide for operators."),
    ANCHOR_FAILED("An outside anchor could not be had, or its answer is not to be believed. It is tried again every"
            + " hour; check anchors.properties, the network and whoever was asked."),
    CLOCK_DISAGREES("This machine's clock and an outside time stamp are more than 24 hours apart. Nothing is destroyed"
            + " meanwhile. Find out which of the two is wrong before anything else."),
    BACKUP_OLD("The last backup, or the last rehearsal of one, is too long ago: a lost disk would lose what came since."
            + " Run `muniment backup`, and now and then `muniment restore --rehearse`."),
    TOKEN_AWAY(
            "The token with the root keys does not answer, or lacks one: mail is put off once a new segment is due. See"
                    + " that token, module and network are there; mail is taken again by itself when they are."),
    ESCROW_MISSING(
            "If keystore or passphrase are lost, so is the mail, for ever. Seal the root keys to a second person's"
                    + " certificate: `muniment keys escrow`; the key ceremony's guide says how."),
    ROOT_CAME_BACK(
            "A root key that the log calls destroyed was in the keystore, and was destroyed again. Somebody has an"
                    + " old copy: find out who, and destroy it."),
    DESTRUCTION_STOPPED(
            "A destruction that was authorised cannot go on; it is tried again every hour, and what it has not"
                    + " reached yet can still be read. Read the alarm's sentence, and repair what it names."),
    NOT_FORGOTTEN("What the database or a draft quotes of a destroyed message could not be taken out; it is tried again"
            + " every minute. Check disk and memory, and read the alarm's sentence."),
    ALARM_NOT_MAILED(
            "An alarm could not be sent by mail. Check mail.properties in the data folder and the mail relay.");

    private final String advice;

    AlarmKind(String advice) {
        this.advice = advice;
    }

    /// What it means and what to do next, in a sentence or two.
    public String advice() {
        return advice;
    }
}
