let accession: number | undefined;

/** This is the result a person opened last, kept until the results are shown again. */
export const lastOpened = {
  keep(opened: number): void {
    accession = opened;
  },
  take(): number | undefined {
    const opened = accession;
    accession = undefined;
    return opened;
  },
};
