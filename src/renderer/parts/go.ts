import { createContext, useContext } from 'react';
import type { Go } from '../words/rooms.ts';

/** The way from room to room, for whatever stands in one. */
export const Going = createContext<Go>(() => undefined);

export const useGo = (): Go => useContext(Going);
