(** What A-(10) to A-(15) give when rates may rise, are weighted by, or do not change; and for strong convexity. *)

From GradientLaws Require Export Regret Logarithm.

Implicit Types Theta : vector -> Prop.

(** For positive rates in any order only their falls cost anything:
    Σ L_t(θ_t) − L_t(c) ≤ D²/2 (1/η_1 + Σ_{t≥2} max(0, 1/η_t − 1/η_{t−1})) + Σ η_t‖g_t‖²/2.
    Laws: sgd.any-rates, sgd.adaptive-rates. *)
Theorem A14_any_rates d T Theta loss theta g eta c D :
  (1 <= T)%nat -> convex_set Theta -> projected_sgd d T Theta loss theta g eta c -> Theta c ->
  (forall t, (1 <= t <= T)%nat -> norm d (minus (theta t) c) <= D) ->
  regret T loss theta c
  <= D * D / 2 * (1 / eta 1%nat + from_second T (fun t => Rmax 0 (1 / eta t - 1 / eta (pred t))))
     + gradient_cost d T g eta.
Proof.
  intros HT C Run Hc HD.
  assert (He : forall t, (1 <= t <= T)%nat -> 0 < eta t) by (intros; now apply Run).
  pose proof (A13_sum d T Theta loss theta g eta c C Run Hc) as S. rewrite A14_abel in S;
    [ | exact HT | intros; now apply Rgt_not_eq, He ].
  pose proof (distance_over_rate_nonneg d theta c (Datatypes.S T) (eta T) (He T ltac:(lia))).
  assert (Ha : forall t, (1 <= t <= T)%nat -> 0 <= distance d theta c t <= D * D).
  { intros t Ht. split; [ apply squared_norm_nonneg | apply squared_norm_of_bound, HD, Ht ]. }
  assert (H1 : distance d theta c 1 / (2 * eta 1%nat) <= D * D / 2 * (1 / eta 1%nat)).
  { specialize (He 1%nat ltac:(lia)). specialize (Ha 1%nat ltac:(lia)).
    replace (distance d theta c 1 / (2 * eta 1%nat)) with (distance d theta c 1 * (1 / eta 1%nat) / 2) by (field; lra).
    assert (0 <= 1 / eta 1%nat) by (apply Rlt_le, Rdiv_lt_0_compat; lra). nra. }
  assert (H2 : from_second T (fun t => (1 / (2 * eta t) - 1 / (2 * eta (pred t))) * distance d theta c t)
    <= D * D / 2 * from_second T (fun t => Rmax 0 (1 / eta t - 1 / eta (pred t)))).
  { unfold from_second. rewrite <- sum_scale. apply sum_le. intros k Hk. simpl pred.
    pose proof (He (Datatypes.S k) ltac:(lia)). pose proof (He (Datatypes.S (Datatypes.S k)) ltac:(lia)).
    specialize (Ha (Datatypes.S (Datatypes.S k)) ltac:(lia)).
    set (r := 1 / eta (Datatypes.S (Datatypes.S k)) - 1 / eta (Datatypes.S k)).
    replace (1 / (2 * eta (Datatypes.S (Datatypes.S k))) - 1 / (2 * eta (Datatypes.S k))) with (r / 2)
      by (unfold r; field; lra).
    pose proof (Rmax_l 0 r). pose proof (Rmax_r 0 r). nra. }
  lra.
Qed.

(** Weighted by the rates, neither nonincreasing rates nor a bounded set are needed:
    Σ η_t (L_t(θ_t) − L_t(c)) ≤ ‖θ_1 − c‖²/2 − ‖θ_{T+1} − c‖²/2 + Σ η_t²‖g_t‖²/2.
    Laws: sgd.weighted, sgd.adaptive-rates. *)
Theorem A10_weighted d T Theta loss theta g eta c :
  convex_set Theta -> projected_sgd d T Theta loss theta g eta c -> Theta c ->
  total T (fun t => eta t * (loss t (theta t) - loss t c))
  <= distance d theta c 1 / 2 - distance d theta c (S T) / 2
     + total T (fun t => eta t * eta t * squared_norm d (g t) / 2).
Proof.
  intros C Run Hc.
  assert (H : forall n, (n <= T)%nat ->
    total n (fun t => eta t * (loss t (theta t) - loss t c))
    <= distance d theta c 1 / 2 - distance d theta c (S n) / 2
       + total n (fun t => eta t * eta t * squared_norm d (g t) / 2)).
  { induction n as [| n IH]; intros Hn; [ unfold total; simpl; lra | ].
    specialize (IH ltac:(lia)). rewrite !total_next.
    pose proof (A12_step d T Theta loss theta g eta c (S n) C Run Hc ltac:(lia)) as St.
    destruct (Run (S n) ltac:(lia)) as (He & _).
    apply Rmult_le_compat_l with (r := eta (S n)) in St; [ | lra ].
    replace (eta (S n) * ((distance d theta c (S n) - distance d theta c (S (S n))) / (2 * eta (S n))
      + eta (S n) * squared_norm d (g (S n)) / 2))
      with ((distance d theta c (S n) - distance d theta c (S (S n))) / 2
        + eta (S n) * eta (S n) * squared_norm d (g (S n)) / 2) in St by (field; lra).
    lra. }
  apply H. lia.
Qed.

(** With one rate for all steps D may be the distance of the start, and Θ unbounded:
    Σ L_t(θ_t) − L_t(c) ≤ (‖θ_1 − c‖² − ‖θ_{T+1} − c‖²)/(2η) + η/2 Σ ‖g_t‖².
    Laws: sgd.constant-rate-unbounded. *)
Theorem A14_constant_rate d T Theta loss theta g eta c :
  (1 <= T)%nat -> convex_set Theta -> projected_sgd d T Theta loss theta g (fun _ => eta) c -> Theta c ->
  regret T loss theta c
  <= (distance d theta c 1 - distance d theta c (S T)) / (2 * eta)
     + eta / 2 * total T (fun t => squared_norm d (g t)).
Proof.
  intros HT C Run Hc. destruct (Run 1%nat ltac:(lia)) as (He & _).
  pose proof (A10_weighted d T Theta loss theta g (fun _ => eta) c C Run Hc) as W. cbv beta in W.
  assert (E1 : total T (fun t => eta * (loss t (theta t) - loss t c)) = eta * regret T loss theta c)
    by (unfold regret, total; now rewrite sum_scale).
  assert (E2 : total T (fun t => eta * eta * squared_norm d (g t) / 2)
    = eta * (eta / 2 * total T (fun t => squared_norm d (g t)))).
  { unfold total. rewrite <- Rmult_assoc, <- sum_scale. apply sum_equal. intros. field. }
  rewrite E1, E2 in W. apply Rmult_le_reg_l with eta; [ exact He | ].
  replace (eta * ((distance d theta c 1 - distance d theta c (S T)) / (2 * eta)
    + eta / 2 * total T (fun t => squared_norm d (g t))))
    with (distance d theta c 1 / 2 - distance d theta c (S T) / 2
      + eta * (eta / 2 * total T (fun t => squared_norm d (g t)))) by (field; lra).
  exact W.
Qed.

(** σ-strongly convex losses with the rates 1/(σt), in any convex set, bounded or not:
    Σ L_t(θ_t) − L_t(c) ≤ Σ ‖g_t‖²/(2σt) − σT/2 ‖θ_{T+1} − c‖² (Hazan, Agarwal, Kale 2007).
    Laws: sgd.strongly-convex. *)
Theorem A4_strongly_convex d T Theta loss theta g sigma c :
  0 < sigma -> convex_set Theta -> Theta c ->
  (forall t, (1 <= t <= T)%nat ->
    nearest d Theta (minus (theta t) (scale (1 / (sigma * INR t)) (g t))) (theta (S t)) /\
    forall x, Theta x ->
      dot d (minus x (theta t)) (g t) + sigma / 2 * squared_norm d (minus x (theta t))
      <= loss t x - loss t (theta t)) ->
  regret T loss theta c
  <= total T (fun t => squared_norm d (g t) / (2 * sigma * INR t)) - sigma * INR T / 2 * distance d theta c (S T).
Proof.
  intros Hs C Hc Run.
  assert (H : forall n, (n <= T)%nat ->
    regret n loss theta c
    <= total n (fun t => squared_norm d (g t) / (2 * sigma * INR t)) - sigma * INR n / 2 * distance d theta c (S n)).
  { induction n as [| n IH]; intros Hn; [ unfold regret, total; simpl; lra | ].
    specialize (IH ltac:(lia)). unfold regret in *. rewrite !total_next.
    destruct (Run (S n) ltac:(lia)) as [N Strong]. specialize (Strong c Hc).
    assert (P : 0 < INR (S n)) by (apply lt_0_INR; lia).
    assert (He : 0 < 1 / (sigma * INR (S n))) by (apply Rdiv_lt_0_compat; nra).
    destruct (A11_solve d Theta (theta (S n)) (1 / (sigma * INR (S n))) (g (S n)) (theta (S (S n))) c He) as [_ St].
    specialize (St C N Hc). fold (distance d theta c (S n)) (distance d theta c (S (S n))) in St.
    replace ((distance d theta c (S n) - distance d theta c (S (S n))) / (2 * (1 / (sigma * INR (S n))))
      + 1 / (sigma * INR (S n)) * squared_norm d (g (S n)) / 2)
      with (sigma * INR (S n) / 2 * (distance d theta c (S n) - distance d theta c (S (S n)))
        + squared_norm d (g (S n)) / (2 * sigma * INR (S n))) in St by (field; lra).
    assert (dot d (minus c (theta (S n))) (g (S n)) = - dot d (minus (theta (S n)) c) (g (S n))) by by_coordinates d.
    rewrite squared_norm_swap in Strong. fold (distance d theta c (S n)) in Strong.
    rewrite S_INR in *. nra. }
  apply H. lia.
Qed.

(** Hence with gradients of length at most G: the total regret is at most G²(1 + log T)/(2σ). Laws: sgd.harmonic-log. *)
Theorem A4_strongly_convex_log d T Theta loss theta g sigma c G :
  (1 <= T)%nat -> 0 < sigma -> convex_set Theta -> Theta c ->
  (forall t, (1 <= t <= T)%nat ->
    nearest d Theta (minus (theta t) (scale (1 / (sigma * INR t)) (g t))) (theta (S t)) /\
    forall x, Theta x ->
      dot d (minus x (theta t)) (g t) + sigma / 2 * squared_norm d (minus x (theta t))
      <= loss t x - loss t (theta t)) ->
  (forall t, (1 <= t <= T)%nat -> norm d (g t) <= G) ->
  regret T loss theta c <= G * G * (1 + log (INR T)) / (2 * sigma).
Proof.
  intros HT Hs C Hc Run HG.
  pose proof (A4_strongly_convex d T Theta loss theta g sigma c Hs C Hc Run) as H.
  destruct (A7_harmonic T HT) as (_ & Harmonic & _).
  assert (Each : total T (fun t => squared_norm d (g t) / (2 * sigma * INR t))
    <= G * G / (2 * sigma) * total T (fun t => 1 / INR t)).
  { unfold total. rewrite <- sum_scale. apply sum_le. intros k Hk.
    assert (P : 0 < INR (S k)) by (apply lt_0_INR; lia).
    replace (G * G / (2 * sigma) * (1 / INR (S k))) with (G * G / (2 * sigma * INR (S k))) by (field; lra).
    apply Rmult_le_compat_r; [ apply Rlt_le, Rinv_0_lt_compat; nra | ].
    apply squared_norm_of_bound, HG. lia. }
  assert (0 <= sigma * INR T / 2 * distance d theta c (S T)).
  { apply Rmult_le_pos; [ pose proof (pos_INR T); nra | apply squared_norm_nonneg ]. }
  assert (Q : 0 <= G * G / (2 * sigma)) by (apply Rmult_le_pos; [ nra | apply Rlt_le, Rinv_0_lt_compat; lra ]).
  apply Rmult_le_compat_l with (r := G * G / (2 * sigma)) in Harmonic; [ | exact Q ].
  replace (G * G * (1 + log (INR T)) / (2 * sigma)) with (G * G / (2 * sigma) * (1 + log (INR T))) by (field; lra). lra.
Qed.

(** Σ_{i ≤ t} ‖g_i‖². *)
Definition gradients_seen (d : nat) (g : nat -> vector) (t : nat) : R := total t (fun i => squared_norm d (g i)).

Lemma gradients_seen_next d g t : gradients_seen d g (S t) = gradients_seen d g t + squared_norm d (g (S t)).
Proof. reflexivity. Qed.

Lemma gradients_seen_positive d g t : (1 <= t)%nat -> 0 < squared_norm d (g 1%nat) -> 0 < gradients_seen d g t.
Proof.
  intros Ht H. induction t as [| [| t] IH]; [ lia | unfold gradients_seen, total; simpl; lra | ].
  rewrite gradients_seen_next. pose proof (squared_norm_nonneg d (g (S (S t)))). specialize (IH ltac:(lia)). lra.
Qed.

(** With the rates α/√(Σ_{i ≤ t} ‖g_i‖²), made from the gradients seen so far, the total regret is at most
    (D²/(2α) + α) √(Σ ‖g_t‖²), which for α = D/√2 is √2 D √(Σ ‖g_t‖²) (Streeter, McMahan 2010).
    Laws: sgd.adagrad-norm, sgd.adaptive-rates. *)
Theorem A4_adagrad_norm d T Theta loss theta g c D alpha :
  (1 <= T)%nat -> 0 < alpha -> 0 < squared_norm d (g 1%nat) -> convex_set Theta -> Theta c ->
  projected_sgd d T Theta loss theta g (fun t => alpha / sqrt (gradients_seen d g t)) c ->
  (forall t, (1 <= t <= T)%nat -> norm d (minus (theta t) c) <= D) ->
  regret T loss theta c <= (D * D / (2 * alpha) + alpha) * sqrt (gradients_seen d g T) /\
  (alpha = D / sqrt 2 -> D * D / (2 * alpha) + alpha = sqrt 2 * D).
Proof.
  intros HT Ha H1 C Hc Run HD. split.
  - assert (Pos : forall t, (1 <= t)%nat -> 0 < sqrt (gradients_seen d g t))
      by (intros; now apply sqrt_lt_R0, gradients_seen_positive).
    assert (Square : forall t, sqrt (gradients_seen d g t) * sqrt (gradients_seen d g t) = gradients_seen d g t).
    { intros t. apply sqrt_sqrt, sum_nonneg. intros. apply squared_norm_nonneg. }
    assert (N : nonincreasing T (fun t => alpha / sqrt (gradients_seen d g t))).
    { intros t Ht. apply Rmult_le_compat_l; [ lra | ]. apply Rinv_le_contravar; [ apply Pos; lia | ].
      apply sqrt_le_1_alt. rewrite gradients_seen_next. pose proof (squared_norm_nonneg d (g (S t))). lra. }
    pose proof (A15_combine d T Theta loss theta g _ c D HT C Run N Hc HD) as B. cbv beta in B.
    destruct (Run T ltac:(lia)) as (He & _).
    pose proof (distance_over_rate_nonneg d theta c (S T) _ He).
    assert (Cost : forall n, (1 <= n)%nat ->
      gradient_cost d n g (fun t => alpha / sqrt (gradients_seen d g t)) <= alpha * sqrt (gradients_seen d g n)).
    { induction n as [| n IH]; intros Hn; [ lia | ].
      unfold gradient_cost in *. rewrite total_next. specialize (Pos (S n) ltac:(lia)).
      pose proof (gradients_seen_next d g n) as Next. rewrite <- (Square n), <- (Square (S n)) in Next.
      pose proof (squared_norm_nonneg d (g (S n))). set (b := sqrt (gradients_seen d g (S n))) in *.
      assert (Step : alpha / b * squared_norm d (g (S n)) / 2 <= alpha * (b - sqrt (gradients_seen d g n))).
      { pose proof (sqrt_pos (gradients_seen d g n)). set (a := sqrt (gradients_seen d g n)) in *.
        apply Rmult_le_reg_r with b; [ exact Pos | ].
        replace (alpha / b * squared_norm d (g (S n)) / 2 * b) with (alpha * (squared_norm d (g (S n)) / 2))
          by (field; lra).
        rewrite Rmult_assoc. apply Rmult_le_compat_l; [ lra | ].
        pose proof (Rle_0_sqr (b - a)) as Q. unfold Rsqr in Q. lra. }
      destruct n as [| n]; [ | specialize (IH ltac:(lia)); lra ].
      change (gradients_seen d g 0) with 0 in Step. rewrite sqrt_0 in Step.
      change (total 0 _) with 0. lra. }
    specialize (Cost T HT). specialize (Pos T HT).
    replace (D * D / (2 * (alpha / sqrt (gradients_seen d g T))))
      with (D * D / (2 * alpha) * sqrt (gradients_seen d g T)) in B by (field; lra).
    lra.
  - intros E. assert (H2 : sqrt 2 * sqrt 2 = 2) by (apply sqrt_sqrt; lra).
    assert (Hq : 0 < sqrt 2) by (apply sqrt_lt_R0; lra). set (q := sqrt 2) in *.
    assert (HDq : D = alpha * q) by (rewrite E; field; lra). rewrite HDq.
    replace (alpha * q * (alpha * q) / (2 * alpha)) with (alpha * (q * q) / 2) by (field; lra). rewrite H2.
    replace (q * (alpha * q)) with (alpha * (q * q)) by ring. rewrite H2. field.
Qed.
