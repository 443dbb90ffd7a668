/** Width and height of a PNG, which stand at a fixed place in its first chunk (PNG, section 11.2.1: IHDR). */
export function pngSize(png: Uint8Array): { readonly width: number; readonly height: number } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.byteLength < 24 || view.getUint32(0) !== 0x89504e47) throw new Error('This is not a PNG.');
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
