import encodeQr from 'qr';

/** A QR code: its side in modules, and its dark modules as a path of SVG. */
export interface QrCode {
  readonly size: number;
  readonly path: string;
}

/** The bright border that scanners need (ISO/IEC 18004, 6.3.8). */
const borderModules = 4;

/** Each run of dark modules in a row is one part of the path. */
export function qrCode(text: string): QrCode {
  const rows = encodeQr(text, 'raw', { border: borderModules });
  const parts = rows.map((row, y) => {
    const line = row.map((isDark) => (isDark ? '1' : '0')).join('');
    return [...line.matchAll(/1+/g)]
      .map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`)
      .join('');
  });
  return { size: rows.length, path: parts.join('') };
}
