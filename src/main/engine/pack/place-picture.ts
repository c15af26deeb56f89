import { ImageRun, LineRuleType, Paragraph } from 'docx';
import type { ReportPicture } from '../report/report-content.ts';
import { plainText } from './plain-text.ts';

/** Twentieths of a point in a pixel at 96 to the inch. */
const TWENTIETHS_IN_PIXEL = 15;

/** A chart in the line of text, no larger than the room, with its sentence for those who cannot see it. */
export function placePicture(
  picture: ReportPicture,
  { room, height, says, id }: { room: number; height: number; says: string; id: number },
): Paragraph {
  const scale = Math.min(1, room / TWENTIETHS_IN_PIXEL / picture.width, height / picture.height);
  return new Paragraph({
    spacing: { before: 60, after: 60, line: 240, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: Buffer.from(picture.png),
        transformation: { width: Math.floor(picture.width * scale), height: Math.floor(picture.height * scale) },
        altText: { id: String(id), name: `Chart ${String(id)}`, title: '', description: plainText(says) },
      }),
    ],
  });
}
