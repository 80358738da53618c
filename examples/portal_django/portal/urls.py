"""Three addresses."""

from django.urls import path

from portal import views

urlpatterns = [
    path("", views.home, name="home"),
    path("pages/<uuid:key>", views.fetch, name="fetch"),
    path("pages/<uuid:key>/facts", views.facts, name="facts"),
]
