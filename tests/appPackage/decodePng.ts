import { inflateSync } from 'node:zlib';

export interface Pixel {
  readonly x: number;
  readonly y: number;
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** The pixels of a PNG of 8 bits a channel with or without alpha, not interlaced: what browsers write. */
export function decodePng(png: Buffer): Pixel[] {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = ({ 2: 3, 6: 4 } as Record<number, number>)[png.readUInt8(25)];
  if (channels === undefined || png.readUInt8(24) !== 8 || png.readUInt8(28) !== 0) {
    throw new Error('This kind of PNG is not decoded here.');
  }
  const filtered = inflateSync(Buffer.concat(imageData(png)));
  const bytes = unfilter(filtered, { stride: width * channels, height, channels });
  return Array.from({ length: width * height }, (_, index) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = bytes.subarray(
      index * channels,
      (index + 1) * channels,
    );
    return { x: index % width, y: Math.floor(index / width), red, green, blue, alpha };
  });
}

function imageData(png: Buffer): Buffer[] {
  const chunks: Buffer[] = [];
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') chunks.push(png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return chunks;
}

interface Rows {
  /** Bytes in a row. */
  readonly stride: number;
  readonly height: number;
  /** Bytes in a pixel. */
  readonly channels: number;
}

/** PNG, section 9: each row says by which of five filters its bytes differ from their neighbours. */
function unfilter(filtered: Uint8Array, { stride, height, channels }: Rows): Uint8Array {
  const bytes = new Uint8Array(stride * height);
  for (let row = 0; row < height; row++) {
    const start = row * (stride + 1);
    for (let column = 0; column < stride; column++) {
      const byteAt = (up: number, back: number) =>
        up > row || back > column ? 0 : (bytes[(row - up) * stride + column - back] ?? 0);
      const predicted = predict(filtered[start], byteAt(0, channels), byteAt(1, 0), byteAt(1, channels));
      bytes[row * stride + column] = (filtered[start + 1 + column] ?? 0) + predicted;
    }
  }
  return bytes;
}

function predict(filter: number | undefined, left: number, above: number, corner: number): number {
  return [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter ?? 0] ?? 0;
}

function paeth(left: number, above: number, corner: number): number {
  const estimate = left + above - corner;
  const distances = [left, above, corner].map((byte) => Math.abs(estimate - byte));
  return [left, above, corner][distances.indexOf(Math.min(...distances))] ?? 0;
}
