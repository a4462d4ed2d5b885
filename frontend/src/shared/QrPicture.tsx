const quiet = 4;

/** This is the key as a picture for a phone's camera; the same key stands beside it as text. */
export function QrPicture({ size, path }: { size: number; path: string }) {
  return (
    <svg
      className="enrol__picture"
      viewBox={`${-quiet} ${-quiet} ${size + 2 * quiet} ${size + 2 * quiet}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label="QR code of the key that stands beside it"
    >
      <path
        className="enrol__ground"
        d={`M${-quiet} ${-quiet}h${size + 2 * quiet}v${size + 2 * quiet}H${-quiet}z`}
      />
      <path d={path} />
    </svg>
  );
}
