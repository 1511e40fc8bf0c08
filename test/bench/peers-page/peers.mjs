// Each peer shows the same graph at the same places, with its own means and nothing more than a name on every tool.
import { ReactFlow } from '@xyflow/react'
import '@xyflow/react/dist/style.css'
import cytoscape from 'cytoscape'
import { createElement, memo } from 'react'
import { createRoot } from 'react-dom/client'
import { Network } from 'vis-network/standalone'

/**
 * @typedef {{ id: string, name: string, x: number, y: number, width: number, height: number }} Box
 * @typedef {{ boxes: Box[], cards: Box[], lines: { id: string, source: string, target: string }[] }} PeerGraph
 */

const painted = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))

const Card = memo(function Card({ data }) {
  return createElement(
    'div',
    {
      style: {
        width: '100%',
        height: '100%',
        border: '1px solid #889',
        borderRadius: 9,
        background: '#fff',
        overflow: 'hidden',
      },
    },
    data.name,
  )
})
const nodeTypes = { card: Card }

/** React Flow as its documentation has it: memoised nodes, stable types, everything mounted. @param {HTMLElement} element @param {PeerGraph} graph */
async function reactFlow(element, { boxes, cards, lines }) {
  const node =
    (type, zIndex) =>
    ({ id, name, x, y, width, height }) => ({
      ...{ id, type, zIndex, position: { x, y }, width, height, data: { name, label: name } },
      draggable: false,
      style: { width, height },
    })
  const nodes = [...boxes.map(node('group', -1)), ...cards.map(node('card', 1))]
  const { promise, resolve } = Promise.withResolvers()
  const options = { defaultNodes: nodes, defaultEdges: lines.map((line) => ({ ...line, type: 'straight' })), nodeTypes }
  createRoot(element).render(createElement(ReactFlow, { ...options, fitView: true, minZoom: 0.01, onInit: resolve }))
  await promise
}

/** @param {HTMLElement} element @param {PeerGraph} graph */
async function visNetwork(element, { cards, lines }) {
  const nodes = cards.map(({ id, name, x, y, width, height }) => ({
    ...{ id, label: name, shape: 'box', x: x + width / 2, y: y + height / 2, fixed: false },
    widthConstraint: width,
  }))
  const edges = lines.map(({ id, source, target }) => ({ id, from: source, to: target, smooth: false }))
  const network = new Network(
    element,
    { nodes, edges },
    { physics: false, interaction: { hideEdgesOnDrag: false, dragNodes: false } },
  )
  network.fit({ animation: false, minZoomLevel: 0.01 })
  await new Promise((done) => network.once('afterDrawing', done))
}

/** @param {HTMLElement} element @param {PeerGraph} graph */
async function cytoscapeMap(element, { boxes, cards, lines }) {
  const home = (card) =>
    boxes.find((box) => card.x >= box.x && card.y >= box.y && card.x < box.x + box.width && card.y < box.y + box.height)
  const elements = [
    ...boxes.map(({ id, name }) => ({ data: { id, name } })),
    ...cards.map((card) => ({
      data: { id: card.id, name: card.name, parent: home(card)?.id },
      position: { x: card.x + card.width / 2, y: card.y + card.height / 2 },
    })),
    ...lines.map(({ id, source, target }) => ({ data: { id, source, target } })),
  ]
  const [first] = cards
  const style = [
    {
      selector: 'node',
      style: { shape: 'rectangle', width: first?.width, height: first?.height, label: 'data(name)' },
    },
    { selector: 'edge', style: { 'curve-style': 'haystack', width: 1 } },
  ]
  const tuned = { hideEdgesOnViewport: false, textureOnViewport: false, pixelRatio: 1, autoungrabify: true }
  const map = cytoscape({ container: element, elements, style, layout: { name: 'preset' }, minZoom: 0.01, ...tuned })
  map.fit()
  await new Promise((done) => map.one('render', done))
}

const PEERS = { 'React Flow': reactFlow, 'vis-network': visNetwork, cytoscape: cytoscapeMap }

/** Shows a peer; milliseconds until its first picture. @param {keyof typeof PEERS} name @param {PeerGraph} graph */
globalThis.showPeer = async (name, graph, width, height) => {
  const element = document.getElementById('map')
  Object.assign(element.style, { width: `${width}px`, height: `${height}px` })
  const start = performance.now()
  await PEERS[name](element, graph)
  await painted()
  return performance.now() - start
}
