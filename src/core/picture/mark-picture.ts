import { placeText } from './frame.ts';
import { LIGHT_LOOK } from './look.ts';
import type { Picture } from './picture.ts';

/** A picture that carries its handling marking, small at the upper right edge where nothing else stands. */
export function markPicture(picture: Picture, marking: string | null): Picture {
  if (marking === null) return picture;
  const text = placeText(
    marking,
    { x: picture.width - 8, y: 2, align: 'right' },
    { size: 10, weight: 600, colour: LIGHT_LOOK.ink },
  );
  const { graphic } = picture.option as { graphic?: readonly unknown[] };
  return { ...picture, option: { ...picture.option, graphic: [...(graphic ?? []), text] } };
}
