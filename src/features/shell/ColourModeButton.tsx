import { useColorMode } from '@docusaurus/theme-common';
import useIsBrowser from '@docusaurus/useIsBrowser';
import Monitor from 'lucide-react/icons/monitor';
import Moon from 'lucide-react/icons/moon';
import Sun from 'lucide-react/icons/sun';
import { IconButton } from '../../ui';
import { nextColourMode } from './colour-mode';
import styles from './ColourModeButton.module.css';

/**
 * Light, dark, as the system. All three icons are in the HTML, and `data-theme-choice`, which is set before the first
 * paint, shows the right one: nothing flickers when the page wakes.
 */
export function ColourModeButton() {
  const { colorModeChoice, setColorMode } = useColorMode();
  const isBrowser = useIsBrowser();
  const next = nextColourMode(colorModeChoice);
  const label = isBrowser
    ? `Colours: ${colorModeChoice ?? 'as your system'}. Change to ${next ?? 'as your system'}.`
    : 'Colours';
  return (
    <IconButton label={label} className={styles.mode} onClick={() => setColorMode(next)}>
      <Sun size={18} aria-hidden="true" data-mode="light" />
      <Moon size={18} aria-hidden="true" data-mode="dark" />
      <Monitor size={18} aria-hidden="true" data-mode="system" />
    </IconButton>
  );
}
