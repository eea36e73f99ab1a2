/** Charts of statistics drawn to SVG on the server; ECharts is loaded here and nowhere else, for who asks for a chart. */
import { BarChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, GridComponent, SVGRenderer]);

const INK = "#4e5969";
const QUIET = "#2f6fb0";
const WIDTH = 720;
const HEIGHT = 260;

export interface Chart {
  readonly labels: readonly string[];
  /** undefined where there is nothing to tell. */
  readonly values: readonly (number | undefined)[];
  /** The end of the axis, such as 100 for per cent. */
  readonly most?: number;
  readonly unit: string;
}

export function chartSvg({ labels, values, most, unit }: Chart): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: WIDTH, height: HEIGHT });
  const text = { color: INK, fontSize: 12 };
  chart.setOption({
    animation: false,
    grid: { left: 48, right: 12, top: 24, bottom: 32 },
    xAxis: { type: "category", data: [...labels], axisLabel: text, axisTick: { show: false } },
    yAxis: {
      type: "value",
      minInterval: 1,
      ...(most === undefined ? {} : { max: most }),
      axisLabel: { ...text, formatter: `{value}${unit}` },
    },
    series: [
      {
        type: "bar",
        data: values.map((value) => value ?? "-"),
        barMaxWidth: 32,
        itemStyle: { color: QUIET },
        label: { show: labels.length <= 14, position: "top", ...text },
      },
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}
