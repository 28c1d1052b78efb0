import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { holdPicture } from '../../../../renderer/desk/features/map/hold-picture.ts';
import type { Map as LibreMap } from 'maplibre-gl';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function heldMap() {
  const told: string[] = [];
  const listeners = new Map<string, Set<() => void>>();
  const map = {
    on: (event: string, heard: () => void) =>
      listeners.set(event, (listeners.get(event) ?? new Set()).add(heard)),
    off: (event: string, heard: () => void) => listeners.get(event)?.delete(heard),
    triggerRepaint: () => told.push('asked for a frame'),
  };
  const frames = { stop: () => told.push('stopped'), goOn: () => told.push('goes on') };
  holdPicture(map as unknown as LibreMap, frames, () => told.push('gone'));
  return {
    told,
    fire: (event: string) => {
      for (const heard of listeners.get(event) ?? []) heard();
    },
    heard: () => [...listeners.values()].reduce((sum, heard) => sum + heard.size, 0),
  };
}

const held = ['stopped', 'asked for a frame'];

it.each(['idle', 'mousedown', 'wheel', 'resize'])('draws again, once, on %s', (event) => {
  const { told, fire, heard } = heldMap();
  expect(told).toEqual(held);
  fire(event);
  expect(told).toEqual([...held, 'gone', 'goes on']);
  expect([heard(), vi.getTimerCount()]).toEqual([0, 0]);
});

it('draws what there is after a while', () => {
  const { told, heard } = heldMap();
  vi.advanceTimersByTime(1499);
  expect(told).toEqual(held);
  vi.advanceTimersByTime(1);
  expect([told, heard()]).toEqual([[...held, 'gone', 'goes on'], 0]);
});

it('draws nothing on a map that was removed', () => {
  const { told, fire, heard } = heldMap();
  fire('remove');
  vi.advanceTimersByTime(2000);
  expect([told, heard()]).toEqual([held, 0]);
});
