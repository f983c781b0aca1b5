/** Names that no file can have on Windows, whatever its ending (https://learn.microsoft.com/windows/win32/fileio/naming-a-file). */
export const DEVICES: readonly string[] = [
  ...['con', 'prn', 'aux', 'nul'],
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((digit) => [`com${digit}`, `lpt${digit}`]),
];
