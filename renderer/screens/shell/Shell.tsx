import type { ComponentType } from 'react'
import { type Screen, useCover, useImporting, useScreen } from '../../ui-state'
import { Detail } from '../detail/Detail'
import { FillGaps } from '../detail/FillGaps'
import { ExportDialog } from '../export/ExportDialog'
import { HistoryScreen } from '../history/HistoryScreen'
import { Import } from '../import/Import'
import { Inventory } from '../inventory/Inventory'
import { DataObjects } from '../lists/DataObjects'
import { Departments } from '../lists/Departments'
import { FlowsList } from '../lists/FlowsList'
import { Functions } from '../lists/Functions'
import { MapScreen } from '../map/MapScreen'
import { MatrixScreen } from '../matrix/MatrixScreen'
import { ScenariosScreen } from '../scenarios/ScenariosScreen'
import { StartScreen } from '../start/StartScreen'
import { Banner } from './Banner'
import { DropFiles } from './DropFiles'
import { Header } from './Header'
import { KeptApart } from './KeptApart'
import { Navigation } from './Navigation'
import { OwnProducts } from './OwnProducts'
import { Palette } from './Palette'
import css from './Shell.module.css'
import { StatusBar } from './StatusBar'

const SHOWN: Readonly<Record<Screen, ComponentType>> = {
  inventory: Inventory,
  departments: Departments,
  functions: Functions,
  dataObjects: DataObjects,
  flows: FlowsList,
  map: MapScreen,
  start: StartScreen,
  scenarios: ScenariosScreen,
  matrix: MatrixScreen,
  history: HistoryScreen,
}

/** The frame around every screen: header, navigation, the screen itself, and the line that says what is saved. */
export function Shell() {
  const screen = useScreen()
  const importing = useImporting()
  const cover = useCover()
  const Shown = SHOWN[screen]
  return (
    <DropFiles>
      <div className={css.shell}>
        <Header />
        <Navigation />
        <main className={css.main}>
          <Banner />
          {importing.length > 0 ? (
            <Import />
          ) : (
            <div className={css.stage}>
              <div className={css.beneath} inert={cover !== undefined}>
                <Shown />
              </div>
              {cover?.show === 'tool' ? <Detail id={cover.id} /> : null}
              {cover?.show === 'gaps' ? <FillGaps /> : null}
            </div>
          )}
        </main>
        <StatusBar />
        <Palette />
        <KeptApart />
        <OwnProducts />
        <ExportDialog />
      </div>
    </DropFiles>
  )
}
