import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { acceptArguments, argumentsOf, type Channel, type Doors, fromAppFrame } from './doors'

/** Opens every door of the bridge. The only place that touches ipcMain: sender and arguments are checked here, once. */
export function openDoors(doors: Doors, isOurs: (sender: IpcMainInvokeEvent['sender']) => boolean): void {
  for (const channel of Object.keys(argumentsOf) as Channel[]) handle(channel, doors, isOurs)
}

function handle<K extends Channel>(
  channel: K,
  doors: Doors,
  isOurs: (sender: IpcMainInvokeEvent['sender']) => boolean,
): void {
  ipcMain.handle(channel, (event, ...given: unknown[]) => {
    const accepted = fromAppFrame(event, isOurs) ? acceptArguments(channel, given) : undefined
    if (accepted === undefined) throw new Error(`Refused ${channel}`)
    const door = doors[channel] as (...values: Parameters<Doors[K]>) => ReturnType<Doors[K]>
    return door(...accepted)
  })
}
