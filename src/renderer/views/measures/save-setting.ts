import type { Input, Output } from '../../../preload/contract.ts';
import { ask } from '../../ask.ts';

export type Setting = Output<'spc.setting'>;
export type SettingChange = Partial<Omit<Input<'spc.save'>, 'measure'>>;

/** Saves a part of a chart's settings; null when it was kept, else why not. */
export async function saveSetting(setting: Setting, change: SettingChange): Promise<string | null> {
  const { measure, rules, baseline, steps, smallestBase } = setting;
  const reply = await ask('spc.save', { measure, rules, baseline, steps, smallestBase, ...change });
  return reply.ok ? null : reply.failure.message;
}
