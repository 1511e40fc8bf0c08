import { useImporting, useScreen } from '../../ui-state'
import { Import } from '../import/Import'
import { Inventory } from '../inventory/Inventory'
import { MapScreen } from '../map/MapScreen'
import { StartScreen } from '../start/StartScreen'
import { Banner } from './Banner'
import { DropFiles } from './DropFiles'
import { Header } from './Header'
import { Navigation } from './Navigation'
import { Palette } from './Palette'
import css from './Shell.module.css'
import { StatusBar } from './StatusBar'

/** The frame around every screen: header, navigation, the screen itself, and the line that says what is saved. */
export function Shell() {
  const screen = useScreen()
  const importing = useImporting()
  return (
    <DropFiles>
      <div className={css.shell}>
        <Header />
        <Navigation />
        <main className={css.main}>
          <Banner />
          {importing.length > 0 ? (
            <Import />
          ) : screen === 'inventory' ? (
            <Inventory />
          ) : screen === 'map' ? (
            <MapScreen />
          ) : (
            <StartScreen />
          )}
        </main>
        <StatusBar />
        <Palette />
      </div>
    </DropFiles>
  )
}
