export interface QrProps {
  /** Rows of modules, true is dark, quiet zone included: `encode(text).data` of uqr. */
  modules: readonly (readonly boolean[])[];
  /** What is in it, for who cannot see or scan it. */
  label: string;
}

/** A QR code as one path; black on white whatever the theme, because scanners want it. */
export function Qr({ modules, label }: QrProps) {
  const size = modules.length;
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${size}v${size}H0z`} />
      <path fill="#000" d={qrPath(modules)} />
    </svg>
  );
}

/** Runs of dark modules in a row become one bar each. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  let path = "";
  for (const [y, row] of modules.entries()) {
    for (let x = 0; x < row.length; x++) {
      const start = x;
      while (row[x]) x++;
      if (x > start) path += `M${start} ${y}h${x - start}v1h${start - x}z`;
    }
  }
  return path;
}
