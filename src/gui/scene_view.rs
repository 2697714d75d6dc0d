//! A [`Scene`] in the window: painted inside an `egui_plot`, which brings hover and hit-testing.
//!
//! Every mark comes from the scene; nothing is added that an exported file would not have.

use egui::{Color32, Mesh, Pos2, Rect, Response, Sense, Shape as Painted, Stroke, Ui, Vec2, WidgetInfo, accesskit::Role, pos2, vec2};
use egui_plot::{ClosestElem, HoverPosition, Plot, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotPoint, PlotTransform};

use super::{
    theme::{Tokens, font, strong_font},
    widgets::{marker_shapes, show_focus},
};
use crate::chart::{
    font::CAP_HEIGHT,
    scene::{Align, Baseline, Mark, Point, Scene, Shape, Text, Weight},
    style::{Paint, Rgb, Theme},
};

/// How near the pointer must be to a spot for it to speak, in points.
const REACH: f32 = 14.0;

/// Shows the scene at its own size. The response carries the scene's summary for those who do not see it.
pub fn scene_view(ui: &mut Ui, id: &str, scene: &Scene) -> Response {
    let theme = Tokens::of(ui.ctx()).chart_theme();
    let size = vec2(scene.width as f32, scene.height as f32);
    let bounds = PlotBounds::from_min_max([0.0, -scene.height], [scene.width, 0.0]);
    let response = ui
        .allocate_ui(size, |ui| {
            let plot = Plot::new(id)
                .width(size.x)
                .height(size.y)
                .show_axes(false)
                .show_grid(false)
                .show_background(false)
                .show_crosshair(false)
                .set_margin_fraction(Vec2::ZERO)
                .sense(Sense::hover())
                .allow_zoom(false)
                .allow_scroll(false)
                .allow_drag(false)
                .allow_boxed_zoom(false)
                .allow_double_click_reset(false)
                .label_formatter(|position| label(scene, position));
            let inner = plot.show(ui, |plot| {
                plot.set_plot_bounds(bounds);
                plot.add(Picture { base: PlotItemBase::new(String::new()), marks: scene.marks.clone(), theme });
                plot.add(Spots::new(scene));
            });
            inner.response
        })
        .inner;
    // A name of its own for the picture: the summary, focusable by keyboard so that it can be read. A widget of its own too: the
    // plot takes no focus and would give it away again in every frame.
    let response = ui.interact(response.rect, response.id.with("picture"), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, format!("{}. {}", scene.title, scene.summary)));
    show_focus(ui, &response);
    response
}

fn label(scene: &Scene, position: &HoverPosition<'_>) -> Option<String> {
    match position {
        HoverPosition::NearDataPoint { index, .. } => scene.spots.get(*index).map(|spot| spot.label.clone()),
        HoverPosition::Elsewhere { .. } => None,
    }
}

/// All marks of a scene, in their order.
struct Picture {
    base: PlotItemBase,
    marks: Vec<Mark>,
    theme: Theme,
}

impl PlotItem for Picture {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Painted>) {
        let brush = Brush { ui, transform, theme: self.theme };
        self.marks.iter().for_each(|mark| brush.paint(&mark.shape, shapes));
    }

    fn initialize(&mut self, _x_range: std::ops::RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn allow_hover(&self) -> bool {
        false
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }
}

/// What can be pointed at.
struct Spots {
    base: PlotItemBase,
    points: Vec<PlotPoint>,
}

impl Spots {
    fn new(scene: &Scene) -> Self {
        let points = scene.spots.iter().map(|spot| PlotPoint::new(spot.at.x, -spot.at.y)).collect();
        Self { base: PlotItemBase::new("spots".to_owned()), points }
    }
}

impl PlotItem for Spots {
    fn shapes(&self, _ui: &Ui, _transform: &PlotTransform, _shapes: &mut Vec<Painted>) {}

    fn initialize(&mut self, _x_range: std::ops::RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::Points(&self.points)
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::NOTHING
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }

    fn find_closest(&self, point: Pos2, transform: &PlotTransform) -> Option<ClosestElem> {
        let near = self.points.iter().enumerate().map(|(index, value)| {
            let dist_sq = point.distance_sq(transform.position_from_point(value));
            ClosestElem { index, dist_sq }
        });
        near.filter(|near| near.dist_sq <= REACH * REACH).min_by(|a, b| a.dist_sq.total_cmp(&b.dist_sq))
    }
}

/// Paints primitives through a plot's transform.
struct Brush<'a> {
    ui: &'a Ui,
    transform: &'a PlotTransform,
    theme: Theme,
}

impl Brush<'_> {
    fn at(&self, point: Point) -> Pos2 {
        self.transform.position_from_point(&PlotPoint::new(point.x, -point.y))
    }

    /// How many screen points one point of the scene is.
    fn scale(&self) -> f32 {
        self.at(Point::new(1.0, 0.0)).x - self.at(Point::new(0.0, 0.0)).x
    }

    fn color(&self, paint: Paint) -> Color32 {
        let Rgb(r, g, b) = self.theme.color(paint.role);
        let color = Color32::from_rgb(r, g, b);
        if paint.alpha >= 1.0 { color } else { color.gamma_multiply(paint.alpha as f32) }
    }

    fn paint(&self, shape: &Shape, shapes: &mut Vec<Painted>) {
        match shape {
            Shape::Line { points, closed, width, paint, dash } => {
                let stroke = Stroke::new(*width as f32 * self.scale(), self.color(*paint));
                let mut points: Vec<Pos2> = points.iter().map(|point| self.at(*point)).collect();
                if dash.0.is_empty() {
                    shapes.push(if *closed { Painted::closed_line(points, stroke) } else { Painted::line(points, stroke) });
                } else {
                    if *closed {
                        points.extend(points.first().copied());
                    }
                    let dashes: Vec<f64> = dash.lengths(*width).collect();
                    let lengths =
                        |from: usize| dashes.iter().skip(from).step_by(2).map(|length| *length as f32 * self.scale()).collect::<Vec<_>>();
                    shapes.extend(Painted::dashed_line_with_offset(&points, stroke, &lengths(0), &lengths(1), 0.0));
                }
            }
            Shape::Star { centre, points, paint } => shapes.push(Painted::mesh(self.fan(*centre, points, self.color(*paint)))),
            Shape::Rect { min, max, radius, paint } => {
                let rect = Rect::from_two_pos(self.at(*min), self.at(*max));
                shapes.push(Painted::rect_filled(rect, *radius as f32 * self.scale(), self.color(*paint)));
            }
            Shape::Symbol { at, marker, size, paint } => {
                shapes.extend(marker_shapes(*marker, self.at(*at), *size as f32 * self.scale(), self.color(*paint)));
            }
            Shape::Text(text) => shapes.push(self.text(text)),
        }
    }

    /// A polygon as triangles around its centre, because egui fills convex shapes only.
    fn fan(&self, centre: Point, points: &[Point], color: Color32) -> Mesh {
        let mut mesh = Mesh::default();
        mesh.colored_vertex(self.at(centre), color);
        points.iter().for_each(|point| mesh.colored_vertex(self.at(*point), color));
        let n = points.len() as u32;
        (0..n).for_each(|i| mesh.add_triangle(0, 1 + i, 1 + (i + 1) % n));
        mesh
    }

    fn text(&self, text: &Text) -> Painted {
        let size = text.size as f32 * self.scale();
        let font_id = match text.weight {
            Weight::Regular => font(size),
            Weight::SemiBold => strong_font(size),
        };
        let color = self.color(text.paint);
        let galley = self.ui.painter().layout_no_wrap(text.text.clone(), font_id, color);
        let baseline = galley.rows.first().map_or(0.0, |row| row.pos.y + row.row.glyphs.first().map_or(0.0, |glyph| glyph.pos.y));
        let anchor = self.at(text.at);
        let x = match text.align {
            Align::Start => anchor.x,
            Align::Middle => anchor.x - galley.size().x / 2.0,
            Align::End => anchor.x - galley.size().x,
        };
        let y = match text.baseline {
            Baseline::Alphabetic => anchor.y - baseline,
            Baseline::Middle => anchor.y - baseline + CAP_HEIGHT as f32 * size / 2.0,
        };
        Painted::galley(pos2(x, y), galley, color)
    }
}
