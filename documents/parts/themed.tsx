import { createContext, type ReactNode, useContext } from 'react';
import { type Theme, themes } from '../theme';
import type { ThemeName } from './letter-model';

const Chosen = createContext<Theme>(themes.standard);

/** The theme of the document being rendered; standard where none was chosen. */
export const useTheme = (): Theme => useContext(Chosen);

/** Sets the theme for everything inside. */
export const Themed = ({ name, children }: { name: ThemeName; children: ReactNode }) => (
  <Chosen.Provider value={themes[name]}>{children}</Chosen.Provider>
);
