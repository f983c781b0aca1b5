/** Null: as the system says. */
export type ColourModeChoice = 'light' | 'dark' | null;

const ORDER: readonly ColourModeChoice[] = [null, 'light', 'dark'];

/** The choice that the button offers next: system, light, dark, and round again. */
export function nextColourMode(choice: ColourModeChoice): ColourModeChoice {
  return ORDER[(ORDER.indexOf(choice) + 1) % ORDER.length] ?? null;
}
