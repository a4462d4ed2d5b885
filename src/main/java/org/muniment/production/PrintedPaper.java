package org.muniment.production;

/// This is a paper as a PDF that was read back and found to be what it should be.
public final class PrintedPaper {
    private final byte[] pdf;
    private final String sha256;
    private final int pages;

    PrintedPaper(byte[] pdf, String sha256, int pages) {
        this.pdf = pdf;
        this.sha256 = sha256;
        this.pages = pages;
    }

    public byte[] pdf() {
        return pdf.clone();
    }

    /// In lower-case hexadecimal.
    public String sha256() {
        return sha256;
    }

    public int pages() {
        return pages;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrintedPaper paper && sha256.equals(paper.sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }
}
